// Of which articles were source or date inferred, not given? 推断的元数据
MATCH (a:Article)
WHERE size(a.inferred) > 0
  AND (size($what) = 0 OR any(thing IN a.inferred WHERE thing IN $what))
  AND ($from IS NULL OR a.latest >= date($from))
  AND ($to IS NULL OR a.earliest <= date($to))
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s:Source)
RETURN a.date_text AS date, a.headline AS headline, s.name AS source, a.inferred AS inferred, a.id AS article_id,
       [] AS fact_ids
ORDER BY coalesce(date, '9999'), article_id, coalesce(source, '')
LIMIT $limit
